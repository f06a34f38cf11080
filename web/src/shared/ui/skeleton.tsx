/** Holds the place of what is still loading. */
export const Skeleton = ({ className }: { className: string }) => (
  <div aria-hidden="true" className={`animate-breathe rounded-xl bg-sunken ${className}`} />
)
