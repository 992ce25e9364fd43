// Cucumber insists on a formatter for stdout; ours says nothing, since everything is told by messages.

/** Cucumber finds formatters by their default export. */
export default {
  type: 'formatter',
  formatter(): void {
    // Nothing to listen to.
  },
}
