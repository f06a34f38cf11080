import { serve } from '@aos/chassis/serve'
import type { Resources } from '@aos/chassis/service'
import { getStaffProduct, listChanges, listStaffProducts } from './browse-back-office.ts'
import { changeStock } from './change-stock.ts'
import { addPicture, removePicture, setFirstPicture } from './edit-pictures.ts'
import { changeProduct, createProduct } from './edit-product.ts'
import type { PricedProducts } from './priced-products.ts'
import { retireProduct } from './retire-product.ts'
import { selectAllCategories } from './staff-products-table.ts'

type Parts = Pick<Resources, 'router'> & PricedProducts

/** For staff alone, and never kept by caches: what is edited is seen as it is. */
export function addBackOfficeRoutes({ router, database, currency }: Parts): void {
  const products = { database, currency }

  serve(router, 'listStaffProducts', ({ query }) => listStaffProducts(products, query))
  serve(router, 'getStaffProduct', ({ params }) => getStaffProduct(products, params.sku))
  serve(router, 'listChanges', ({ query }) => listChanges(database, query))

  serve(router, 'changeStock', async ({ params: { sku }, body, headers, actor }) => {
    await changeStock(database, { sku, change: body, actor, key: headers['idempotency-key'] })
    return getStaffProduct(products, sku)
  })

  serve(router, 'listStaffCategories', () => selectAllCategories(database))

  serve(router, 'createProduct', async ({ body, headers, actor }) => {
    await createProduct(products, { product: body, actor, key: headers['idempotency-key'] })
    return getStaffProduct(products, body.sku)
  })

  serve(router, 'changeProduct', async ({ params: { sku }, body, actor }) => {
    await changeProduct(products, { sku, product: body, actor })
    return getStaffProduct(products, sku)
  })

  serve(router, 'addPicture', async ({ params: { sku }, body, actor }) => {
    await addPicture(database, { sku, picture: body, actor })
    return getStaffProduct(products, sku)
  })

  serve(router, 'removePicture', async ({ params: { sku, version }, actor }) => {
    await removePicture(database, { sku, version, actor })
    return getStaffProduct(products, sku)
  })

  serve(router, 'setFirstPicture', async ({ params: { sku }, body: { version }, actor }) => {
    await setFirstPicture(database, { sku, version, actor })
    return getStaffProduct(products, sku)
  })

  serve(router, 'retireProduct', async ({ params: { sku }, body: { note }, actor }) => {
    await retireProduct(database, { sku, isRetired: true, note, actor })
    return getStaffProduct(products, sku)
  })

  serve(router, 'resumeProduct', async ({ params: { sku }, actor }) => {
    await retireProduct(database, { sku, isRetired: false, note: undefined, actor })
    return getStaffProduct(products, sku)
  })
}
