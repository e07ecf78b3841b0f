/**
 * Keeps what somebody is typing in this browser until it is saved, so that a reload or a lost connection costs nothing.
 * A draft belongs to one audit, one account and one person (`data-draft`), and goes once the server has it.
 */
function keep(form) {
  const key = `eenlijn-draft/${form.dataset.draft}`
  const note = form.querySelector('[data-draft-note]')
  const saved = read(form)
  const draft = JSON.parse(localStorage.getItem(key))
  if (draft && same(draft, saved)) localStorage.removeItem(key)
  else if (draft) {
    write(form, draft)
    note.hidden = false
    const folded = form.closest('details')
    if (folded) folded.open = true
  }
  form.addEventListener('input', () => {
    const typed = read(form)
    if (same(typed, saved)) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(typed))
  })
  form.querySelector('[data-draft-drop]').addEventListener('click', () => {
    localStorage.removeItem(key)
    write(form, saved)
    note.hidden = true
    form.elements.namedItem('grade').focus()
  })
}

const read = (form) => ({
  grade: form.elements.namedItem('grade').value,
  reason: form.elements.namedItem('reason').value,
  cannot: form.elements.namedItem('cannot').checked,
})

function write(form, { grade, reason, cannot }) {
  form.elements.namedItem('grade').value = grade
  form.elements.namedItem('reason').value = reason
  form.elements.namedItem('cannot').checked = cannot
}

/** 7.5 and 7,5 are one grade, and spaces around a reason are none: the server gives back its own way of writing. */
const same = (a, b) => number(a.grade) === number(b.grade) && a.reason.trim() === b.reason.trim() && a.cannot === b.cannot
const number = (text) => (text.trim() === '' ? '' : String(Number(text.replace(',', '.'))))

for (const form of document.querySelectorAll('form[data-draft]')) keep(form)
