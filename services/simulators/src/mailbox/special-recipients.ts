/** A tag in the local part of a recipient (`ada+bounce@example.com`) that decides how the server answers. */
export interface SpecialRecipient {
  tag: 'bounce' | 'greylist' | 'drop'
  situation: string
}

export const specialRecipients: SpecialRecipient[] = [
  { tag: 'bounce', situation: 'is refused for good: 550' },
  { tag: 'greylist', situation: 'is put off the first two times: 451' },
  { tag: 'drop', situation: 'is stored, but the connection closes before the answer, the first time' },
]

export const GREYLISTED_TIMES = 2
export const DROPPED_TIMES = 1

export function tagOf(address: string): SpecialRecipient['tag'] | undefined {
  const tags = address.slice(0, address.lastIndexOf('@')).toLowerCase().split('+').slice(1)
  return specialRecipients.find(({ tag }) => tags.includes(tag))?.tag
}
