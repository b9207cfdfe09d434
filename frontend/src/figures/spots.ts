import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { Ground } from './ground'
import type { Drawing } from './usePicture'

use([ScatterChart, LineChart, GridComponent, TooltipComponent, LabelLayout, SVGRenderer])

/** Of the largest number, in pixels; surfaces tell the numbers. */
const LARGEST = 44
const LEAST = 6

/** Draws spots as circles with their names and numbers, which needs no colour; north is up. */
export function drawing(box: HTMLElement): Drawing<Ground> {
  const chart = init(box, undefined, { renderer: 'svg' })
  const style = getComputedStyle(box)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    show({ reach, middle, circles, spots }) {
      const most = Math.max(1, ...spots.map(({ number }) => number ?? 0))
      const axis = { type: 'value' as const, min: -reach, max: reach, show: false }
      const label = { show: true, color: colour('--ink'), fontSize: 13, width: 150, overflow: 'break' as const, textBorderColor: '#fff', textBorderWidth: 3 }
      const said = ({ name, number }: { name: string; number?: number }) => (number === undefined ? name : `${name} : ${number}`)
      chart.setOption(
        {
          animation: false,
          textStyle: { fontFamily: style.fontFamily },
          grid: { left: 4, right: 4, top: 4, bottom: 4 },
          tooltip: { trigger: 'item' },
          xAxis: axis,
          yAxis: axis,
          series: [
            ...circles.map((km) => ({
              type: 'line' as const,
              silent: true,
              symbol: 'none',
              lineStyle: { color: colour('--ink-soft'), width: 1, type: 'dashed' as const },
              // The word stands where the circle ends, in the north.
              endLabel: { show: true, formatter: `${km} km`, color: colour('--ink-soft'), offset: [-18, -8] },
              data: Array.from({ length: 73 }, (_, i) => [km * Math.sin((i * Math.PI) / 36), km * Math.cos((i * Math.PI) / 36)]),
            })),
            {
              type: 'scatter' as const,
              tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => said(spots[dataIndex]!) },
              itemStyle: { color: colour('--glow'), opacity: 0.85, borderColor: colour('--ink'), borderWidth: 1.5 },
              symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => Math.max(LEAST, LARGEST * Math.sqrt((spots[dataIndex]!.number ?? 0) / most)),
              label: { ...label, position: 'bottom' as const, formatter: ({ dataIndex }: { dataIndex: number }) => said(spots[dataIndex]!) },
              // Names at an edge are moved inside; where two would lie on each other the table has the second.
              labelLayout: ({ labelRect }: { labelRect: { x: number; width: number } }) => ({
                hideOverlap: true,
                align: 'left' as const,
                x: Math.max(4, Math.min(labelRect.x, chart.getWidth() - labelRect.width - 4)),
              }),
              data: spots.map(({ east, north }) => [east, north]),
            },
            ...(middle
              ? [{ type: 'scatter' as const, silent: true, symbol: 'triangle', symbolSize: 16, z: 5, itemStyle: { color: colour('--ink'), borderColor: '#fff', borderWidth: 2 }, data: [[0, 0]] }]
              : []),
          ],
        },
        true,
      )
    },
    fit: () => chart.resize(),
    end: () => chart.dispose(),
  }
}
