import { useTranslation } from "react-i18next";
import { PageHeader } from "../../components/PageHeader";
import { Transfers } from "./Transfers";

export default function Transactions() {
  const { t } = useTranslation("transactions");
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <Transfers />
    </>
  );
}
