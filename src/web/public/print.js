/** Prints the report. Details open first, so that the evidence is on paper too; what goes well keeps its one line. */
const button = document.querySelector('[data-print]')
button.hidden = false
button.addEventListener('click', () => window.print())

let opened = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open], .good)')].filter((details) => !details.closest('.good'))
  for (const details of opened) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
})
