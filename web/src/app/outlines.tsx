import { getRouteApi } from '@tanstack/react-router'
import { ProductSkeleton } from '../features/catalogue/product-skeleton.tsx'
import { shell } from '../shared/messages/shell.ts'
import { PageSkeleton } from '../shared/ui/page-skeleton.tsx'

const product = getRouteApi('/products/$sku')

export const PageOutline = () => <PageSkeleton label={shell.loading.page} />
export const ListingOutline = () => <PageSkeleton label={shell.loading.products} />
export const ProductOutline = () => <ProductSkeleton sku={product.useParams().sku} />
export const CartOutline = () => <PageSkeleton label={shell.loading.cart} />
export const OrderOutline = () => <PageSkeleton label={shell.loading.order} />
