/**
 * What the build puts in place of `intl-messageformat` (`vite.config.mts`): Cloudscape formats with it
 * what a place of its own that draws errors is told to say, and the app has none of those. The words of
 * the window are functions of the app's catalogue.
 */
class NoMessageFormat {
  /** Cloudscape then takes the text as it is. */
  format(): never {
    throw new Error('The window formats no messages')
  }
}
// oxlint-disable-next-line import/no-default-export -- that is how Cloudscape imports it
export { NoMessageFormat as default }
