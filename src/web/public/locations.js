/** A cell of the matrix opens under its row without loading the page again; Escape closes it. */
const matrix = document.querySelector('.matrix')

function close() {
  const opened = document.getElementById('opened')
  const from = opened?.querySelector('[data-close]')?.dataset.close
  opened?.remove()
  const link = from ? document.getElementById(from) : null
  link?.setAttribute('aria-expanded', 'false')
  return link
}

async function open(link) {
  const response = await fetch(link.href, { headers: { 'X-Part': 'cell' } })
  if (!response.ok) throw new Error(`status ${response.status}`)
  const part = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('opened')
  close()
  link.closest('tr').after(part)
  link.setAttribute('aria-expanded', 'true')
  history.replaceState(null, '', link.href)
  part.focus()
}

matrix?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const closing = event.target.closest('[data-close]')
  const link = event.target.closest('[data-cell]')
  if (!closing && !link) return
  event.preventDefault()
  if (closing || link.getAttribute('aria-expanded') === 'true') close()?.focus()
  else open(link).catch(() => location.assign(link.href))
})

matrix?.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close()?.focus()
})
