export { Start as StartPage } from '../../features/catalogue/start.tsx'
