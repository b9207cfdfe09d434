<#-- The way back to where one came from, on every page. -->
<#macro content>
  <#if (pageId!"") == "webauthn-register">
    <p class="po-help">${msg("poPasskeyHelp")}</p>
  </#if>
  <#-- Who has to prepare a second factor chooses which; who only adds one has chosen. -->
  <#if (client.baseUrl)?has_content && !isAppInitiatedAction??>
    <#if (pageId!"") == "login-config-totp">
      <p class="po-other"><a id="po-passkey" href="${client.baseUrl}/connexion/cle">${msg("poPasskey")}</a></p>
    <#elseif (pageId!"") == "webauthn-register">
      <p class="po-other"><a id="po-code" href="${client.baseUrl}">${msg("poCode")}</a></p>
    </#if>
  </#if>
  <#if (client.baseUrl)?has_content>
    <p class="po-back"><a id="po-back" href="${client.baseUrl}">${msg("poBack")}</a></p>
  </#if>
</#macro>
