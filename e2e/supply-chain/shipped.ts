/**
 * What `resources/security/dependencies.md` says that the app contains, each as name@version. A test
 * compares the document with a build.
 * @param where what follows the licence, such as `main process`; any place if left out
 */
export function shippedIn(document: string, where = ''): readonly string[] {
  return [...document.matchAll(/^- `([^`]+)` ([^,]+), [^:\n]+, in the ([^:\n]+)/gm)].flatMap(
    ([, name = '', version = '', places = '']) =>
      places.includes(where) ? [`${name}@${version}`] : [],
  )
}
