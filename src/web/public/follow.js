/** Ticks off whom one follows already. Kept in this browser alone; without this script the links do their work. */
const list = document.querySelector('[data-follow]')
if (list) keep(list)

function keep(list) {
  const key = `eenlijn-followed/${list.dataset.follow}`
  const boxes = [...list.querySelectorAll('input')]
  const followed = JSON.parse(localStorage.getItem(key)) ?? []
  for (const box of boxes) {
    box.hidden = false
    box.checked = followed.includes(box.value)
  }
  document.querySelector('[data-follow-note]').hidden = false
  list.addEventListener('change', () => {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value)
    if (ticked.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(ticked))
  })
}
