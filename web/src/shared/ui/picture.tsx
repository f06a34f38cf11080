import { useState } from 'react'
import { Icon } from './icon.tsx'

interface PictureProps {
  /** Undefined where there is none. */
  src: string | undefined
  /** Empty where the name stands beside it. */
  alt?: string
  className?: string
  /** Pictures that are seen first are not lazy. */
  eager?: boolean
}

/** A product's picture: always square, and so is what stands for one that does not come. */
export function Picture({ src, alt = '', className = '', eager = false }: PictureProps) {
  const [missing, setMissing] = useState<string>()
  if (!src || src === missing) return <NoPicture alt={alt} className={className} />
  return (
    <img
      src={src}
      alt={alt}
      width={800}
      height={800}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'low'}
      // What is seen first is shown together with the words around it.
      decoding={eager ? 'sync' : 'async'}
      onError={() => setMissing(src)}
      className={`aspect-square h-auto w-full bg-sunken object-cover dark:bg-[#efeae0] dark:brightness-90 ${className}`}
    />
  )
}

const NoPicture = ({ alt, className }: Required<Pick<PictureProps, 'alt' | 'className'>>) => (
  <span
    {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
    className={`grid aspect-square w-full place-items-center bg-sunken text-strong-line ${className}`}
  >
    <Icon name="picture" className="size-1/4 max-w-16" />
  </span>
)
