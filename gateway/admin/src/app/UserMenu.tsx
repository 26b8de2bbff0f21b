import { ActionIcon, Group, Menu, Text, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconMoonStars, IconSun, IconUserCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGES } from "./i18n";
import { useSession, useSignOut } from "./session";
import { chooseTheme, chosenTheme, THEMES } from "./theme";

const THEME_ICONS = { system: IconDeviceDesktop, light: IconSun, dark: IconMoon, "oled-dark": IconMoonStars };
const LANGUAGE_NAMES = { en: "English", ru: "Русский" };

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const signOut = useSignOut();
  return (
    <Group ml="auto" gap={4} wrap="nowrap">
      <ThemeMenu />
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("shell.account")}>
            <IconUserCircle size={20} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)">{session.data?.username}</Text>
            <Text size="xs">{t(`role.${session.data?.role ?? ""}`)}</Text>
          </Menu.Label>
          <Menu.Divider />
          {LANGUAGES.map((language) => (
            <Menu.Item key={language} lang={language} onClick={() => void chooseLanguage(language)} rightSection={i18n.language === language && <IconCheck size={15} />}>
              {LANGUAGE_NAMES[language]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>{t("help.title")}</Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>{t("shell.signOut")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function ThemeMenu() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const [chosen, setChosen] = useState(chosenTheme);
  const Icon = THEME_ICONS[chosen];
  return (
    <Menu position="bottom-end" width={160}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("theme.title")}>
          <Icon size={19} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map((name) => {
          const ThemeIcon = THEME_ICONS[name];
          const choose = (): void => {
            chooseTheme(name, setColorScheme);
            setChosen(name);
          };
          return (
            <Menu.Item key={name} leftSection={<ThemeIcon size={16} />} onClick={choose} rightSection={chosen === name && <IconCheck size={15} />}>
              {t(`theme.${name}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
