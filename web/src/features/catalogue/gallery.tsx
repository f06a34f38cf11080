import { useRef, useState } from 'react'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { Picture } from '../../shared/ui/picture.tsx'

interface GalleryProps {
  name: string
  /** One at least; undefined for a product that has none. */
  pictures: (string | undefined)[]
}

/** Swiped, scrolled, or moved by its thumbnails: the place is that of the strip, wherever it was moved from. */
export function Gallery({ name, pictures }: GalleryProps) {
  const strip = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(0)
  const words = catalogue.product
  const many = pictures.length
  const show = (index: number) => {
    const { clientWidth = 0 } = strip.current ?? {}
    strip.current?.scrollTo({ left: index * clientWidth })
  }
  return (
    <div>
      <ul
        ref={strip}
        tabIndex={many > 1 ? 0 : undefined}
        aria-label={words.pictures}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
          setShown(Math.round(scrollLeft / clientWidth))
        }
        className="flex gap-4 snap-x snap-mandatory overflow-x-auto rounded-3xl [scrollbar-width:none] motion-safe:scroll-smooth"
      >
        {pictures.map((src, index) => (
          <li key={src ?? ''} className="w-full shrink-0 snap-center">
            <Picture
              src={src}
              alt={index === 0 ? name : words.picture(name, index + 1, many)}
              eager={index === 0}
            />
          </li>
        ))}
      </ul>
      {many > 1 && (
        <ul className="mt-3 flex flex-wrap gap-1.5">
          {pictures.map((src, index) => (
            <li key={src ?? ''} className="w-16">
              <button
                type="button"
                aria-label={words.showPicture(index + 1, many)}
                aria-current={index === shown}
                onClick={() => show(index)}
                className="block w-full rounded-2xl border-2 border-transparent p-0.5 hover:opacity-80 aria-[current=true]:border-accent"
              >
                <Picture src={src} className="rounded-xl" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
