/** Holds the place of what is still loading. */
export const Skeleton = ({ className }: { className: string }) => (
  <span aria-hidden="true" className={`block animate-breathe rounded-xl bg-sunken ${className}`} />
)
