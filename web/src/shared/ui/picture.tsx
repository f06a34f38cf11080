interface PictureProps {
  src: string
  /** Empty where the name stands beside it. */
  alt?: string
  className?: string
  /** Pictures that are seen first are not lazy. */
  eager?: boolean
}

/** A product's picture: always square. */
export const Picture = ({ src, alt = '', className = '', eager = false }: PictureProps) => (
  <img
    src={src}
    alt={alt}
    width={800}
    height={800}
    loading={eager ? 'eager' : 'lazy'}
    fetchPriority={eager ? 'high' : 'auto'}
    decoding="async"
    className={`aspect-square h-auto w-full bg-sunken object-cover dark:brightness-90 ${className}`}
  />
)
