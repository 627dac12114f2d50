import path from 'node:path'
import { html, pageOf } from '../../electron/documents/html.ts'
import { placeOn, placesOnMac } from './places.ts'
import { WINDOWS_KEY } from '../../electron/managed/places.ts'
import { IDENTITIES } from '../../electron/start/edition.ts'
import { type Defined, DEFINED, type Wording } from './defined.ts'
import { inProfile } from './mobileconfig.ts'

/** What the examples make: a list and a switch. */
const TRIED = DEFINED.filter(({ id }) => id === 'AllowedPortals' || id === 'AllowDeviceCode')
const FILE_ON_LINUX = placeOn('linux')
const KEY = `HKLM\\${WINDOWS_KEY}`

/** As somebody writes them down on each system, to try them. */
const EXAMPLES = {
  json: JSON.stringify(Object.fromEntries(TRIED.map(({ id, example }) => [id, example])), null, 2),
  linux: [
    `sudo install -d -o root -g root -m 0755 ${path.posix.dirname(FILE_ON_LINUX)}`,
    `sudo install -o root -g root -m 0644 ${path.posix.basename(FILE_ON_LINUX)} ${FILE_ON_LINUX}`,
  ].join('\n'),
  windows: TRIED.map(
    ({ id, example }) =>
      `reg add "${KEY}" /reg:64 /v ${id} ${Array.isArray(example) ? `/t REG_MULTI_SZ /d "${example.join(String.raw`\0`)}"` : `/t REG_DWORD /d ${Number(example)}`} /f`,
  ).join('\n'),
  mac: inProfile(TRIED.map(({ id, example }) => [id, example])),
} as const

/** What shows on each system what has arrived there. */
const SHOWN = [
  `cat ${FILE_ON_LINUX}`,
  `reg query "${KEY}" /reg:64`,
  ...placesOnMac().map((file) => `sudo plutil -p "${file}"`),
].join('\n')

/** What administrators read of the settings, in one language: `settings.<culture>.html`. */
export function page({ culture, titles, explained, administrators: words }: Wording): string {
  const { page: told } = words
  const one = ({ id, kind, since, example }: Defined) =>
    html`<h3 id="${id}">${titles[id]}</h3>
      <p>${explained[id].description}</p>
      <table>
        <tbody>
          <tr>
            <th scope="row">${told.table.name}</th>
            <td><code>${id}</code></td>
          </tr>
          <tr>
            <th scope="row">${told.table.kind}</th>
            <td>${told.kinds[kind]}</td>
          </tr>
          <tr>
            <th scope="row">${told.table.example}</th>
            <td><code>${JSON.stringify(example)}</code></td>
          </tr>
          <tr>
            <th scope="row">${told.forbids}</th>
            <td>${explained[id].forbids}</td>
          </tr>
          <tr>
            <th scope="row">${told.table.since}</th>
            <td>${since}</td>
          </tr>
        </tbody>
      </table>`
  return pageOf(
    { locale: culture, title: words.title },
    html`<main>
      <h1>${words.title}</h1>
      <p>${told.lead}</p>
      <h2>${told.where}</h2>
      <p>${told.places.linux}</p>
      <pre>${placeOn('linux')}</pre>
      <p>${told.places.windows}</p>
      <pre>${placeOn('win32')}</pre>
      <p>${told.places.mac}</p>
      <pre>${placesOnMac().join('\n')}</pre>
      <p class="box warn">${told.strict}</p>
      <h2>${told.deploy}</h2>
      <p>${told.deployLead}</p>
      <p>${told.deploys.linux('policy.example.json')}</p>
      <pre>${EXAMPLES.json}</pre>
      <pre>${EXAMPLES.linux}</pre>
      <p>${told.deploys.windows}</p>
      <pre>${EXAMPLES.windows}</pre>
      <p>${told.deploys.mac(`${IDENTITIES.shipped.appId}.example.mobileconfig`)}</p>
      <pre>${EXAMPLES.mac}</pre>
      <h2>${told.check}</h2>
      <ul>
        ${told.checks.map((one) => html`<li>${one}</li>`)}
      </ul>
      <p>${told.checkPlaces}</p>
      <pre>${SHOWN}</pre>
      <h2>${told.people}</h2>
      <p>${told.peopleSee}</p>
      <h2>${told.versions}</h2>
      <p>${told.versionsMean}</p>
      <h2>${told.settings}</h2>
      ${DEFINED.map(one)}
    </main>`,
  )
}
