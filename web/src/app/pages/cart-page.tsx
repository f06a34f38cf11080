export { Cart as CartPage } from '../../features/cart/cart.tsx'
