import { html, pageOf } from '../../electron/documents/html.ts'
import { placeOn, placesOnMac } from './places.ts'
import { type Defined, DEFINED, type Wording } from './defined.ts'

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
      <h2>${told.settings}</h2>
      ${DEFINED.map(one)}
    </main>`,
  )
}
