import {
  type Common,
  type Content,
  classes,
  type Falsy,
  type Optional,
  settingsOf,
  textOf,
  type Words,
} from './content.ts'

type PartSettings = Optional<{ class: string }>

/** `status` is words, or a Tag for what still wants doing. */
export type Task = { readonly title: Words<PartSettings>; readonly status: Words<PartSettings> } & Optional<{
  /** Left out while the task cannot be started. */
  href: string
  hint: Content
  class: string
}>

type TaskListProps = Common & { readonly items: readonly (Task | Falsy)[] } & Optional<{ id: string }>

/** Tasks that make up one piece of work, each with its state. */
export function TaskList({ id = 'task-list', items, class: more, attributes }: TaskListProps) {
  return (
    <ul class={classes('govuk-task-list', more)} {...attributes}>
      {items.map((task, index) => task && <Item task={task} id={`${id}-${index + 1}`} />)}
    </ul>
  )
}

function Item({ task, id }: { readonly task: Task; readonly id: string }) {
  const { href, hint } = task
  const title = textOf(task.title)
  const titleClass = settingsOf(task.title)?.class
  return (
    <li class={classes('govuk-task-list__item', href && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a
            class={classes('govuk-link govuk-task-list__link', titleClass)}
            href={href}
            aria-describedby={classes(hint && `${id}-hint`, `${id}-status`)}
          >
            {title}
          </a>
        ) : (
          <div class={titleClass}>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', settingsOf(task.status)?.class)} id={`${id}-status`}>
        {textOf(task.status)}
      </div>
    </li>
  )
}
