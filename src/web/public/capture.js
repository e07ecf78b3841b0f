/**
 * Hands over what somebody saw with less work: drop files on the page, or paste a picture of the screen. Without this script
 * the same form has its two file fields.
 */
import { takeDrops } from './drop-zone.js'

const form = document.querySelector('[data-capture]')
const zone = form?.querySelector('[data-drop]')
if (zone) {
  const status = zone.querySelector('[data-drop-status]')
  zone.querySelector('[data-drop-hint]').hidden = false

  const take = (files) => {
    const taken = []
    for (const file of files) {
      const field = /^image\//.test(file.type) ? 'screenshot' : /\.m?html?$|\.mht$/i.test(file.name) ? 'page' : null
      if (!field) continue
      const transfer = new DataTransfer()
      transfer.items.add(file)
      form.elements.namedItem(field).files = transfer.files
      taken.push(file.name)
    }
    if (taken.length > 0) status.textContent = form.dataset.taken.replace('{name}', taken.join(', '))
    return taken.length > 0
  }

  addEventListener('paste', (event) => {
    if (event.clipboardData && take(event.clipboardData.files)) event.preventDefault()
  })
  takeDrops(zone, take)
}
