/** Small drawings of our own, in the colour of the text beside them. Each stands next to a word and so has no name itself. */
const shapes = {
  yes: 'M3 8.5 6.5 12 13 4.5',
  likely: 'M2.5 6.5c2-3 4 1.5 5.5-.5s3.5-2 5.5.5M2.5 11.5c2-3 4 1.5 5.5-.5s3.5-2 5.5.5',
  unknown: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.6 8 9 8 10M8 12.6v.1',
  no: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  hidden: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4ZM3 13 13 3',
  wait: 'M8 4v4l2.5 1.5M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  stop: 'M4.5 4.5h7v7h-7Z',
  part: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 2v12',
  arrow: 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
} as const

export type IconName = keyof typeof shapes

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={shapes[name]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)
