// What the page of previews has beyond the letters it shows.

export const previewStyle = `
.wrap { max-width: 60rem; margin: 0 auto; }
.plan { --tone: var(--line); background: var(--sheet); border: 1px solid var(--line); border-left: 5px solid var(--tone); border-radius: .6rem; padding: 1.1rem 1.4rem 1.2rem; margin-top: 1.25rem; }
.plan.kept { --tone: var(--pass); }
.plan.act { --tone: var(--open); }
.plan.gone { --tone: var(--fail); }
.plan header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; align-items: baseline; }
.plan h2 { margin: 0; }
.state { font-weight: 700; color: var(--ink); }
.kept .state { color: var(--pass); }
.act .state { color: var(--open); }
.gone .state { color: var(--fail); }
.plan .facts { margin-top: .75rem; }
.plan dd { font-weight: 450; overflow-wrap: anywhere; }
details { margin-top: .75rem; }
summary { cursor: pointer; font-weight: 600; }
summary:focus-visible, a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.forms { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: .5rem 0; font-size: .93rem; }
iframe { width: 100%; height: 42rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--page); color-scheme: light dark; }
@media (max-width: 44rem) {
  body { padding: 1.25rem 1rem 2rem; background: var(--page); }
  .plan { padding: 1rem; }
}
`
