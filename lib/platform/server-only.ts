/**
 * What `import 'server-only'` resolves to. Next refuses that import in client code when it compiles;
 * elsewhere (tests, command line) it must resolve to something that does nothing.
 */
export {}
