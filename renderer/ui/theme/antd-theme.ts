import { theme as antd, type ThemeConfig } from 'antd';
import { DARK, LIGHT, type Palette } from './palette.ts';
import type { ThemeName } from './theme-choice.tsx';

const themeOf = (name: ThemeName, colours: Palette): ThemeConfig => ({
  zeroRuntime: true,
  hashed: false,
  cssVar: { key: `ws-${name}` },
  algorithm: name === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
  token: {
    colorPrimary: colours.cinnabar,
    colorError: colours.cinnabar,
    colorErrorText: colours.cinnabarInk,
    colorSuccess: colours.jade,
    colorWarning: colours.amber,
    colorInfo: colours.focus,
    colorLink: colours.focus,
    colorText: colours.ink,
    colorTextSecondary: colours.ink2,
    colorTextTertiary: colours.ink3,
    colorTextPlaceholder: colours.ink3,
    colorTextDescription: colours.ink3,
    colorTextDisabled: colours.ink3,
    colorBorder: colours.edge,
    colorBorderSecondary: colours.line,
    colorBgBase: colours.card,
    colorBgContainer: colours.card,
    colorBgElevated: colours.card,
    colorBgLayout: colours.paper,
    controlOutline: 'transparent',
    fontFamily: 'var(--zh)',
    fontSize: 14,
    borderRadius: 8,
    controlHeight: 34,
    motionDurationFast: '80ms',
    motionDurationMid: '100ms',
    motionDurationSlow: '140ms',
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      colorPrimaryHover: colours.cinnabar,
      defaultHoverColor: colours.ink,
      defaultHoverBorderColor: colours.ink3,
      defaultActiveColor: colours.ink,
      defaultActiveBorderColor: colours.ink,
    },
    Input: {
      activeBorderColor: colours.focus,
      hoverBorderColor: colours.ink3,
      activeShadow: `0 0 0 2px ${colours.focus}`,
    },
    InputNumber: {
      activeBorderColor: colours.focus,
      hoverBorderColor: colours.ink3,
      activeShadow: `0 0 0 2px ${colours.focus}`,
    },
    Select: { activeBorderColor: colours.focus, hoverBorderColor: colours.ink3, optionSelectedBg: colours.chosen },
  },
});

/** Ant Design in our colours; the names of its custom properties are scoped by theme. */
export const ANTD_THEMES: Readonly<Record<ThemeName, ThemeConfig>> = {
  light: themeOf('light', LIGHT),
  dark: themeOf('dark', DARK),
};
