import './styles.css'
import { createRoot } from 'react-dom/client'
import { createRouter, createRootRoute, createRoute, RouterProvider, lazyRouteComponent, stripSearchParams, Link, Outlet } from '@tanstack/react-router'
import { QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query'
import { pathTo, addresses } from '@aos/contracts/addresses'
import { formatMoney } from '@aos/contracts/money'
const root = createRootRoute({component: () => <><Link to="/">x</Link><Outlet/></>})
const a = createRoute({getParentRoute: () => root, path: '/', search: {middlewares: [stripSearchParams({a: 1})]}, component: () => { useSuspenseQuery({queryKey: ['x'], queryFn: () => fetch(pathTo('getCart'), {method: addresses.getCart.method})}); return <p>{formatMoney({amount: 1, currency: 'EUR'})}</p> }})
createRoot(document.getElementById('root')!).render(<QueryClientProvider client={new QueryClient()}><RouterProvider router={createRouter({routeTree: root.addChildren([a]), scrollRestoration: true})}/></QueryClientProvider>)
void lazyRouteComponent
