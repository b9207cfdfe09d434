<#-- The way back to where one came from, on every page. -->
<#macro content>
  <#if (client.baseUrl)?has_content>
    <p class="po-back"><a id="po-back" href="${client.baseUrl}">${msg("poBack")}</a></p>
  </#if>
</#macro>
