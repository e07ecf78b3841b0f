/** The list of shortcuts under "?", and the switch that turns them off (they get in the way of speech control). */
const dialog = document.getElementById('shortcuts')
const toggle = dialog.querySelector('[data-shortcuts]')
const setting = 'eenlijn-shortcuts'

export const shortcutsOn = () => localStorage.getItem(setting) !== 'off'

toggle.checked = shortcutsOn()
toggle.addEventListener('change', () => localStorage.setItem(setting, toggle.checked ? 'on' : 'off'))

for (const link of document.querySelectorAll('[data-opens="shortcuts"]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    dialog.showModal()
  })

/** Whether a key press is meant as text, or belongs to a control or to the browser. */
export const isTyping = (event) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  dialog.open ||
  event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]') !== null

document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || isTyping(event) || !shortcutsOn()) return
  event.preventDefault()
  dialog.showModal()
})

document.querySelector('[data-focus]')?.focus()
