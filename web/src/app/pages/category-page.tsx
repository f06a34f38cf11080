import { getRouteApi } from '@tanstack/react-router'
import { CategoryPage as Category } from '../../features/catalogue/category-page.tsx'

const route = getRouteApi('/categories/$slug')

export const CategoryPage = () => <Category slug={route.useParams().slug} search={route.useSearch()} />
