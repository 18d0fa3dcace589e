// Every component of the pages: GOV.UK Frontend's, and MOJ Frontend's under names that begin with Moj.

export { ActionAnchor, type ActionLink } from './action-links.tsx'
export { BackLink } from './back-link.tsx'
export { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
export { Button } from './button.tsx'
export { CharacterCount } from './character-count.tsx'
export { Checkboxes, type CheckboxItem } from './checkboxes.tsx'
export type { ChoiceItem, Divider } from './choice-item.tsx'
export {
  type Attributes,
  type Common,
  type Content,
  classes,
  type Falsy,
  type Optional,
  type Words,
} from './content.ts'
export { DateInput, type DatePart } from './date-input.tsx'
export { Details } from './details.tsx'
export { ErrorMessage, type ErrorSettings } from './error-message.tsx'
export { ErrorSummary, type ErrorSummaryItem } from './error-summary.tsx'
export { Fieldset, type LegendSettings } from './fieldset.tsx'
export { FileUpload } from './file-upload.tsx'
export {
  describedByIds,
  type FieldProps,
  FormGroup,
  HintAndError,
  type QuestionProps,
} from './form-group.tsx'
export { Hint } from './hint.tsx'
export { InsetText } from './inset-text.tsx'
export { Label, type LabelSettings } from './label.tsx'
export { MojAlert } from './moj-alert.tsx'
export { MojBadge } from './moj-badge.tsx'
export { MojFilter, type MojFilterCategory, MojFilterLayout } from './moj-filter.tsx'
export { type IdentityFact, MojIdentityBar } from './moj-identity-bar.tsx'
export { MojPageHeaderActions } from './moj-page-header-actions.tsx'
export { MojScrollablePane } from './moj-scrollable-pane.tsx'
export { type MojNavigationSection, MojSideNavigation } from './moj-side-navigation.tsx'
export { MojSortableTable, type SortableColumn, type SortDirection } from './moj-sortable-table.tsx'
export { type MojNavigationItem, MojSubNavigation } from './moj-sub-navigation.tsx'
export { MojTimeline, type MojTimelineItem } from './moj-timeline.tsx'
export { NotificationBanner } from './notification-banner.tsx'
export { type PageItem, type PageLink, Pagination } from './pagination.tsx'
export { Panel, type PanelAction } from './panel.tsx'
export { PasswordInput } from './password-input.tsx'
export { PhaseBanner } from './phase-banner.tsx'
export { Radios } from './radios.tsx'
export { Select, type SelectItem } from './select.tsx'
export { type NavigationItemProps, ServiceNavigation } from './service-navigation.tsx'
export { SkipLink } from './skip-link.tsx'
export { SummaryCard, type SummaryCardSettings } from './summary-card.tsx'
export { SummaryList, type SummaryRow } from './summary-list.tsx'
export { type Cell, type CellSettings, Table, type TableProps } from './table.tsx'
export { type Tab, Tabs } from './tabs.tsx'
export { Tag, type TagColour, type TagProps } from './tag.tsx'
export { type Task, TaskList } from './task-list.tsx'
export { TextInput, type TextInputProps } from './text-input.tsx'
export { Textarea, type TextareaProps } from './textarea.tsx'
export { WarningText } from './warning-text.tsx'
