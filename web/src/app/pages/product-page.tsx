import { getRouteApi } from '@tanstack/react-router'
import { AddToCart } from '../../features/cart/add-to-cart.tsx'
import { ProductDetails } from '../../features/catalogue/product-details.tsx'

const route = getRouteApi('/products/$sku')

export function ProductPage() {
  const { sku } = route.useParams()
  return (
    <ProductDetails sku={sku}>
      <AddToCart key={sku} sku={sku} />
    </ProductDetails>
  )
}
