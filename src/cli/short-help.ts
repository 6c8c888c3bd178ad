/** What `zhuanbao` alone prints. */
export function shortHelp(): string {
  return `信息专报工具：校核信息，按领导关注排序，编排生成 DOCX

用法：zhuanbao <命令> [选项]

  init     新建工作区
  new      录入一条信息
  check    校核信息
  explain  查规则的说明和依据
  plan     排定一期收哪些、按什么次序
  compile  编排成稿

示例：
  zhuanbao init 信息科          新建一个工作区
  zhuanbao check                校核工作区里的全部信息

全部命令：zhuanbao --help    某个命令：zhuanbao check --help
`;
}
