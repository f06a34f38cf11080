import { getRouteApi } from '@tanstack/react-router'
import { ChangeHistory } from '../../features/back-office/change-history.tsx'
import { ProductDetails } from '../../features/back-office/product-details.tsx'
import { ProductList } from '../../features/back-office/product-list.tsx'

export { NewProduct as NewProductPage } from '../../features/back-office/new-product.tsx'
export { OfficeLayout } from '../office-layout.tsx'

const products = getRouteApi('/admin/products')
const product = getRouteApi('/admin/products/$sku')
const changes = getRouteApi('/admin/changes')

export function ProductsPage() {
  const search = products.useSearch()
  return <ProductList search={search} />
}

export function ProductPage() {
  const { sku } = product.useParams()
  return <ProductDetails key={sku} sku={sku} />
}

export function ChangesPage() {
  const { page = 1 } = changes.useSearch()
  return <ChangeHistory page={page} />
}
