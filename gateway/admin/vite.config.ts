import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const GATEWAY = "http://127.0.0.1:8000";

export default defineConfig({
  base: "/admin/",
  plugins: [react()],
  build: {
    outDir: "../src/gateway/static/admin",
    emptyOutDir: true,
    manifest: "manifest.json",
    // Inlined files would need `data:` in the policy for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What Recharts stands on: two halves arrive side by side, and change at different times.
          groups: [{ name: "chart-parts", test: /node_modules.(d3-|victory-vendor|internmap)/ }],
        },
      },
    },
  },
  server: {
    proxy: { "^/(api|auth|health|admin/billing)": { target: GATEWAY, changeOrigin: false } },
  },
});
