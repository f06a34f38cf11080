import { ports } from '@aos/contracts/services'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { 'react-remove-scroll': '/src/shared/ui/remove-scroll.tsx' } },
  build: { target: 'es2023', assetsInlineLimit: 0 },
  server: { proxy: { '/api': `http://127.0.0.1:${ports.gateway.app}` } },
})
