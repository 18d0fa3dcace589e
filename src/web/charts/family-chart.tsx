import { type ChartBase, Frame, ink, px } from './chart.tsx'
import { describeFamily, type FamilyDrawing, type FamilyFigure } from './family-drawing.ts'
import { FamilySymbol } from './family-symbol.tsx'
import { wrap } from './text.ts'

type FamilyChartProps = Omit<ChartBase, 'width'> & { readonly drawing: FamilyDrawing }

/** The most that stands under a symbol. The table beside the picture has every word. */
const LETTERS = 17
const LINES = 5
const LINE = 16

const path = (points: FamilyDrawing['outlines'][number]): string =>
  points.map((p, i) => `${i === 0 ? 'M' : 'L'}${px(p.x)} ${px(p.y)}`).join('')

const dashes = (kind: string, ended: boolean): string | undefined =>
  ended ? '6 4' : kind === 'care' ? '1 5' : undefined

/**
 * A family as practitioners draw it: square male, circle female, diamond not known, triangle not yet born, a cross
 * through who has died, a double outline for the child, a dashed outline round the household; what has ended is dashed.
 */
export function FamilyChart({ drawing, ...props }: FamilyChartProps) {
  const { width, height, figures, lines, outlines, symbol } = drawing
  return (
    <Frame
      {...props}
      kind="family"
      desc={props.desc ?? describeFamily(drawing)}
      width={Math.ceil(width)}
      height={Math.ceil(height)}
    >
      {outlines.map(o => (
        <path
          d={`${path(o)}Z`}
          fill="#f4f8fa"
          stroke={ink.muted}
          stroke-width="2"
          stroke-dasharray="8 5"
          stroke-linejoin="round"
        />
      ))}
      {lines.map(l => (
        <path
          d={path(l.points)}
          fill="none"
          stroke={ink.text}
          stroke-width={l.kind === 'care' ? 2.5 : 1.75}
          stroke-linecap="round"
          {...(dashes(l.kind, l.ended) ? { 'stroke-dasharray': dashes(l.kind, l.ended) } : {})}
        />
      ))}
      {figures.map(f => (
        <Person figure={f} symbol={symbol} />
      ))}
    </Frame>
  )
}

/** Words wrapped to the width of a symbol's place; what does not fit ends in an ellipsis. */
function lettered(words: readonly string[]): readonly { readonly text: string; readonly bold: boolean }[] {
  const lines = words.flatMap((w, i) =>
    wrap(w, LETTERS).map(line => ({
      text: line.length > LETTERS ? `${line.slice(0, LETTERS - 1)}…` : line,
      bold: i === 0,
    })),
  )
  return lines.length <= LINES
    ? lines
    : lines
        .slice(0, LINES)
        .map((l, i) => (i === LINES - 1 ? { ...l, text: `${l.text.slice(0, LETTERS - 1)}…` } : l))
}

const Person = ({ figure, symbol }: { figure: FamilyFigure; symbol: number }) => (
  <g>
    <FamilySymbol figure={figure} size={symbol} />
    {lettered(figure.words).map((l, i) => (
      <text
        x={px(figure.x)}
        y={px(figure.y + symbol / 2 + 16 + i * LINE)}
        text-anchor="middle"
        font-size="14"
        {...(l.bold ? { 'font-weight': 'bold' } : {})}
      >
        {l.text}
      </text>
    ))}
  </g>
)
