import type { Product } from '@aos/contracts/http'
import { Link } from '@tanstack/react-router'
import { Picture } from '../../shared/ui/picture.tsx'
import { Price } from '../../shared/ui/price.tsx'
import { Availability } from './availability.tsx'

interface ProductCardProps {
  product: Product
  eager: boolean
  heading: 'h2' | 'h3'
}

export const ProductCard = ({ product, eager, heading: Heading }: ProductCardProps) => (
  <article className="group relative">
    <div className="overflow-hidden rounded-2xl">
      <Picture
        src={product.picture}
        eager={eager}
        className={`transition-transform duration-500 ease-out group-hover:scale-[1.03] ${product.available > 0 ? '' : 'opacity-60'}`}
      />
    </div>
    <Heading className="mt-3.5 font-sans text-base leading-snug font-semibold tracking-normal [overflow-wrap:anywhere]">
      <Link
        to="/products/$sku"
        params={{ sku: product.sku }}
        className="after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-accent"
      >
        {product.name}
      </Link>
    </Heading>
    <p className="mt-1 flex flex-wrap gap-x-3 text-[0.95rem]">
      <Price of={product.price} />
      <Availability available={product.available} />
    </p>
  </article>
)
