import { getRouteApi } from '@tanstack/react-router'
import { Catalogue } from '../../features/catalogue/catalogue.tsx'

const route = getRouteApi('/')

export const CataloguePage = () => <Catalogue search={route.useSearch()} />
