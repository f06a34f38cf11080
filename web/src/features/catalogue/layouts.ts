/** Apart from the parts that they lay out: what holds their place while they load must not load them. */

const columns = {
  wide: 'md:grid-cols-4',
  /** Beside the filters. */
  narrow: 'md:grid-cols-3',
}
export type GridWidth = keyof typeof columns

export const gridClass = (width: GridWidth): string =>
  `grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 lg:gap-x-8 ${columns[width]}`

export const listingClass = 'grid gap-x-10 gap-y-6 md:grid-cols-[13.5rem_minmax(0,1fr)] lg:gap-x-14'
