import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: { outDir: '../GridMap.Server/wwwroot', emptyOutDir: true, chunkSizeWarningLimit: 700 },
  server: {
    fs: { allow: ['../..'] },
    proxy: Object.fromEntries(
      ['/locate', '/nearest', '/kinds', '/collections', '/health', '/settings.json', '/api'].map((path) => [
        path,
        'http://127.0.0.1:5210',
      ]),
    ),
  },
});
