/** Buttons that copy a name. Where the browser lets nobody copy, they stay away: the text can be selected. */
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const said = button.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy)
      button.textContent = button.dataset.copied
      status.textContent = `${button.dataset.copied}: ${button.dataset.copy.slice(0, 60)}`
      setTimeout(() => {
        button.textContent = said
      }, 2000)
    })
  }
}

/** Said to who cannot see the button change. */
const status = document.createElement('p')
status.className = 'visually-hidden'
status.setAttribute('role', 'status')
document.querySelector('main').append(status)
