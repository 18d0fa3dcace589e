// Pictures of figures, each with its table. Drawn on the server as SVG without styles of their own.

export { type Bar, BarChart, type BarChartProps, type BarData, barTable } from './bar-chart.tsx'
export { type ChartTable, count, type Format, percent, standaloneSvg } from './chart.tsx'
export { ChartFigure } from './chart-figure.tsx'
export { FamilyChart } from './family-chart.tsx'
export { LadderChart, type LadderChartProps } from './ladder-chart.tsx'
export { type LadderData, type LadderLane, ladderTable, type Rung } from './ladder-data.ts'
export { Spark, type SparkData, sparkTable } from './spark.tsx'
export { Timeline } from './timeline.tsx'
export { type Lane, type Mark, type Span, type TimelineData, timelineTable } from './timeline-data.ts'
export { TrendChart, type TrendChartProps, trendTable } from './trend-chart.tsx'
export type { TrendData, TrendSeries } from './trend-data.ts'
