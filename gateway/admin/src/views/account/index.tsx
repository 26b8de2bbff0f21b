import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { PageHeader } from "../../components/PageHeader";
import { Password } from "./Password";
import { SecondFactor } from "./SecondFactor";

/** What administrators change about themselves. */
export default function Account() {
  const { t } = useTranslation("account");
  const session = useSession().data;
  return (
    <>
      <PageHeader title={t("title")} hint={session && `${session.username} · ${t(`app:role.${session.role}`)}`} />
      <div className="columns">
        <Password />
        <SecondFactor />
      </div>
    </>
  );
}
