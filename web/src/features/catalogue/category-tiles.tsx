import type { ListedCategory } from '@aos/contracts/http'
import { Link } from '@tanstack/react-router'
import { catalogue } from '../../shared/messages/catalogue.ts'
import { Picture } from '../../shared/ui/picture.tsx'

export const CategoryTiles = ({ categories }: { categories: ListedCategory[] }) => (
  <nav aria-labelledby="categories">
    <h2 id="categories" className="sr-only">
      {catalogue.categories}
    </h2>
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-5">
      {categories.map(({ slug, name, products, picture }, index) => (
        <li key={slug}>
          <Link
            to="/categories/$slug"
            params={{ slug }}
            className="group card flex h-full items-center gap-3 overflow-hidden p-2 transition-colors hover:border-strong-line sm:gap-4 sm:p-2.5"
          >
            {picture && (
              <Picture src={picture} eager={index < 4} className="max-w-16 rounded-xl sm:max-w-20" />
            )}
            <span className="min-w-0 leading-snug">
              <span className="block font-semibold [overflow-wrap:anywhere] group-hover:underline">
                {name}
              </span>
              <span className="block text-sm text-muted">{catalogue.products(products)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
