import { getRouteApi } from '@tanstack/react-router'
import { SearchPage as Search } from '../../features/catalogue/search-page.tsx'

const route = getRouteApi('/search')

export const SearchPage = () => <Search search={route.useSearch()} />
